package dev.dovetail.launcher.preflight;

/**
 * A native library that JavaFX loads. One per Debian package is enough: what these libraries need themselves comes with
 * their package.
 */
enum Library {
    FREETYPE("libfreetype.so.6", Use.TEXT, NativePackage.FREETYPE),
    FONTCONFIG("libfontconfig.so.1", Use.TEXT, NativePackage.FONTCONFIG),
    PANGO("libpangoft2-1.0.so.0", Use.TEXT, NativePackage.PANGO),
    GTK("libgtk-3.so.0", Use.WINDOWS, NativePackage.GTK),
    X11("libX11.so.6", Use.WINDOWS, NativePackage.X11),
    XTST("libXtst.so.6", Use.WINDOWS, NativePackage.XTST),
    GL("libGL.so.1", Use.SPEED, NativePackage.NONE),
    XF86VM("libXxf86vm.so.1", Use.SPEED, NativePackage.NONE);

    private final String soname;
    private final Use use;
    private final NativePackage source;

    Library(String soname, Use use, NativePackage source) {
        this.soname = soname;
        this.use = use;
        this.source = source;
    }

    String soname() {
        return soname;
    }

    Use use() {
        return use;
    }

    NativePackage source() {
        return source;
    }

    /** What a library is needed for. */
    enum Use {
        /** Text, in every mode: without it each label fails. */
        TEXT,
        /** Windows. */
        WINDOWS,
        /** The graphics processor: without it JavaFX draws in software. */
        SPEED
    }
}
