"""People: citizens, accounts, posts, and what a post may see."""
