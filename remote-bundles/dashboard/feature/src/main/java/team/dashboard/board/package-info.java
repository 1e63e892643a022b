/** What is on a board, without what it looks like. */
package team.dashboard.board;
