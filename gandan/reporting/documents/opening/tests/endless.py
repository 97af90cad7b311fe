"""A reader that never ends, for the test of the limit."""

from __future__ import annotations

import time

if __name__ == "__main__":
    time.sleep(30)
