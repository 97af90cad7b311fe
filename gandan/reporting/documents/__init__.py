"""Documents: forms and reports as files, files read back, and drafts checked figure by figure."""
