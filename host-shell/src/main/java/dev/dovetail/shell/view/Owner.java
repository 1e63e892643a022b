package dev.dovetail.shell.view;

/**
 * The feature that some code or node belongs to.
 *
 * @param featureId its name
 * @param title what people call it
 */
public record Owner(String featureId, String title) {}
