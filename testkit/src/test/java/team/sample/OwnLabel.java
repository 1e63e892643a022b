package team.sample;

import javafx.scene.control.Label;

/** Made by FXML. */
public final class OwnLabel extends Label {}
