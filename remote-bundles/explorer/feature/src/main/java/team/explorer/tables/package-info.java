/** The tables that are open, and their offer to other features. Knows no JavaFX. */
package team.explorer.tables;
