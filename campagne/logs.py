"""Logs: one line per event, for people while debugging and for machines otherwise; never about a visitor."""

from typing import Any


def logging_settings() -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {"campagne": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
    }
