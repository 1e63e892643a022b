/** What people see: the view, its parts, and the session behind it, which knows no JavaFX. */
package team.explorer.view;
