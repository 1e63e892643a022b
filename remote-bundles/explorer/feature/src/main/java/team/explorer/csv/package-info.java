/** Reads and writes CSV files (RFC 4180) and finds out what their columns hold. Knows no database and no JavaFX. */
package team.explorer.csv;
