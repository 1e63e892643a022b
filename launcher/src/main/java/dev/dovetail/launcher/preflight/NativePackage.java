package dev.dovetail.launcher.preflight;

/** One thing to install, under the name that each family of distributions gives it. */
enum NativePackage {
    FREETYPE("libfreetype6", "freetype", "freetype2", "libfreetype6"),
    FONTCONFIG("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    PANGO("libpangoft2-1.0-0", "pango", "pango", "libpango-1_0-0"),
    GTK("libgtk-3-0", "gtk3", "gtk3", "libgtk-3-0"),
    X11("libx11-6", "libX11", "libx11", "libX11-6"),
    XTST("libxtst6", "libXtst", "libxtst", "libXtst6"),
    FONTS("fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu", "dejavu-fonts"),
    VIRTUAL_DISPLAY("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xvfb-run"),
    /** What Dovetail never asks for. */
    NONE("", "", "", "");

    private final String debian;
    private final String fedora;
    private final String arch;
    private final String suse;

    NativePackage(String debian, String fedora, String arch, String suse) {
        this.debian = debian;
        this.fedora = fedora;
        this.arch = arch;
        this.suse = suse;
    }

    String debian() {
        return debian;
    }

    String fedora() {
        return fedora;
    }

    String arch() {
        return arch;
    }

    String suse() {
        return suse;
    }
}
