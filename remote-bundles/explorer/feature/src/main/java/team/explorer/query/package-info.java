/** Asks tables questions in SQL: H2 in memory, one database per open feature, answers a page at a time. Knows no JavaFX. */
package team.explorer.query;
