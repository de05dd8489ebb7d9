#!/usr/bin/env python
"""The commands of this project: Django's and our own."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")
    from campagne.serving.command_line import execute

    execute(sys.argv)
