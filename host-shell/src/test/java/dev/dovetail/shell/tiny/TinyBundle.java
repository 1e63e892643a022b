package dev.dovetail.shell.tiny;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs the tiny feature as a Declarative Services bundle. */
public final class TinyBundle {

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
              <service scope="prototype"><provide interface="dev.dovetail.api.%s"/></service>
              <property name="%s" value="%s"/>
              <implementation class="%s"/>
            </scr:component>
            """;

    private TinyBundle() {}

    public static InputStream of(String version, boolean throwing, boolean broken) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "tiny");
        main.putValue("Bundle-Version", version);
        main.putValue("Tiny-Throws", Boolean.toString(throwing));
        main.putValue("Service-Component", "OSGI-INF/view.xml,OSGI-INF/command.xml");
        main.putValue("Provide-Capability", "dovetail.view;dovetail.view=tiny.main;title=Tiny");
        main.putValue(
                "Import-Package",
                "dev.dovetail.api,javafx.scene,javafx.scene.control,javafx.scene.layout,org.osgi.framework");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            put(jar, TinyView.class);
            put(jar, TinyCommand.class);
            String view = broken ? "tiny.NoSuchClass" : TinyView.class.getName();
            put(
                    jar,
                    "OSGI-INF/view.xml",
                    COMPONENT.formatted("view", "FeatureView", "dovetail.view.id", "tiny.main", view));
            put(
                    jar,
                    "OSGI-INF/command.xml",
                    COMPONENT.formatted(
                            "command",
                            "FeatureCommand",
                            "dovetail.command.id",
                            "tiny.greet",
                            TinyCommand.class.getName()));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void put(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(name));
        try (InputStream in = TinyBundle.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing " + name);
            }
            in.transferTo(jar);
        }
        jar.closeEntry();
    }

    private static void put(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
