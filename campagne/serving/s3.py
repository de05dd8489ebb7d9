"""A bucket for uploads. Readers never see its address: pictures of pages are given out below our own `/media/`."""

from typing import Any

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

# A bucket that is silent must not hold a thread of the web server for long.
IN_TIME = Config(connect_timeout=2, read_timeout=5, retries={"total_max_attempts": 2}, s3={"addressing_style": "auto"})


class Bucket(S3Storage):
    """django-storages, private, and without names that overwrite each other."""

    def get_default_settings(self) -> dict[str, Any]:
        ours = {"file_overwrite": False, "default_acl": None, "client_config": IN_TIME}
        return {**super().get_default_settings(), **ours}

    def url(self, name: str, *arguments: Any, **options: Any) -> str:
        return settings.MEDIA_URL + filepath_to_uri(name)
