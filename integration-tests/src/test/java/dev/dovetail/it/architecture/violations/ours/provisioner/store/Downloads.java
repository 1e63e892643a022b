package dev.dovetail.it.architecture.violations.ours.provisioner.store;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import java.net.http.HttpClient;

@Breaks(Wall.NETWORK_IS_USED_WHERE_BYTES_ARE_FETCHED)
record Downloads(HttpClient client) {}
