package dev.dovetail.it.architecture.violations.ours.provisioner.store;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

@Breaks(Wall.NETWORK_IS_USED_WHERE_BYTES_ARE_FETCHED)
record OpensConnections(URL url) {
    InputStream open() throws IOException {
        return url.openConnection().getInputStream();
    }
}
