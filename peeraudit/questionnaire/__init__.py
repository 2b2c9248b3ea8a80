"""How one group is asked: pages of questions in the team's own words, and progress."""
