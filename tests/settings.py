"""Settings for tests: those of the product, in a folder of their own."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "tests-only")
os.environ["DEBUG"] = "false"
# Who must show a second factor is tested by name; everybody else comes in to be tested for something else.
os.environ["SECOND_FACTOR"] = "offered"
os.environ["DATA_DIR"] = os.environ.get("TEST_DATA_DIR") or tempfile.mkdtemp(prefix="campagne-tests-")

from campagne.settings import *

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# A machine that is busy with other tests is no outage; what tests our patience has a database of its own.
SECONDS_TO_WAIT = 20
if DATABASES["default"]["ENGINE"] == "campagne.serving.database.sqlite":
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "tests.sqlite3"}
    DATABASES["default"]["OPTIONS"]["timeout"] = SECONDS_TO_WAIT
else:
    DATABASES["default"]["OPTIONS"] |= {
        "connect_timeout": SECONDS_TO_WAIT,
        "options": f"-c lock_timeout={SECONDS_TO_WAIT * 1000}",
    }
