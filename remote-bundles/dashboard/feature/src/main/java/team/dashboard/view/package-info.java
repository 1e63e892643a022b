/** The board as people see it. */
package team.dashboard.view;
