package dev.dovetail.it.architecture.violations.ours.provisioner.fetch;

import dev.dovetail.it.architecture.violations.Allowed;
import java.net.http.HttpClient;

@Allowed
record Fetches(HttpClient client) {}
