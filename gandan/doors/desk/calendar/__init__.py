"""The days off and the make-up days that a notice sets: loaded by the administrator, after a look at what moves."""
