package dev.dovetail.shell.view;

import javafx.scene.control.Label;

/** What a feature's FXML file names. */
public final class NoteOfFxml extends Label {}
