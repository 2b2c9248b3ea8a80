"""One run of an instrument in one team: who is asked, under which promise, in which state."""
