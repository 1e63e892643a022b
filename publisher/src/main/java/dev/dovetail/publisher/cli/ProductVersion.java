package dev.dovetail.publisher.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Dovetail this publishes for, as the build noted it. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties product = new Properties();
        try (InputStream in = ProductVersion.class.getResourceAsStream("product.properties")) {
            if (in == null) {
                throw new IOException("Expected product.properties beside " + ProductVersion.class);
            }
            product.load(in);
        }
        return new String[] {"Dovetail " + product.getProperty("version"), "Java " + Runtime.version()};
    }
}
