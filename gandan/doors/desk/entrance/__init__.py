"""In and out: sign in, choose a post, sign out."""
