"""One run of an instrument in a team: who is asked, and under which promise."""
