"""All settings of the product. What differs per installation comes from the environment, in one block."""

import sys
from pathlib import Path

import pysqlite3
from django.core.exceptions import ImproperlyConfigured

from campagne import backing, logs
from campagne.environment import Environment, make_folder
from campagne.staff.access.oidc.environment import from_environment

# Debian 12 ships an SQLite with a known fault in its write-ahead log; the package brings a mended one.
sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

BASE_DIR = Path(__file__).resolve().parent.parent

# --- From the environment (every name is explained in .env.example) -------------------------------------------------
env = Environment()
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG = env.truth("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", "")
DATA_DIR = (BASE_DIR / env.str("DATA_DIR", "var")).resolve()
DATABASE_URL = env.str("DATABASE_URL", "") or f"sqlite:///{DATA_DIR / 'database.sqlite3'}"
CACHE_URL = env.str("CACHE_URL", "")
UPLOADS_URL = env.str("UPLOADS_URL", "")
PORT = env.port("PORT", 8000)
WEB_PROCESSES = env.number("WEB_PROCESSES", 1, least=1)
SITE_URL = env.str("SITE_URL", "") or f"http://localhost:{PORT}"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1"])
EMAIL_HOST = env.str("EMAIL_HOST", "")
EMAIL_PORT = env.port("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "noreply@localhost")
ANONYMISE_AFTER_DAYS = env.number("ANONYMISE_AFTER_DAYS", 30)
STORE_PAGES = env.truth("STORE_PAGES", default=not DEBUG)
KEEP_OFFLINE = env.truth("KEEP_OFFLINE", default=True)
BEHIND_TLS = SITE_URL.startswith("https://") or env.truth("BEHIND_TLS", default=False)
PROXIES = env.number("PROXIES", int(BEHIND_TLS))
METRICS_PORT = env.port("METRICS_PORT", 0)
BACKUP_DIR = Path(folder).resolve() if (folder := env.str("BACKUP_DIR", "")) else None
BACKUP_KEY = env.str("BACKUP_KEY", "")
BACKUP_KEEP = env.numbers("BACKUP_KEEP", [7, 5, 12])
SECOND_FACTOR = env.choice("SECOND_FACTOR", ["required", "offered"])
OIDC = [from_environment(env, called) for called in env.list("OIDC", [])]
# --------------------------------------------------------------------------------------------------------------------

if not SECRET_KEY:
    if not DEBUG:
        raise ImproperlyConfigured(
            "SECRET_KEY is leeg. Zet in .env een lange willekeurige waarde, of maak .env met 'make .env'."
        )
    SECRET_KEY = "only-for-debugging"  # noqa: S105

make_folder("DATA_DIR", DATA_DIR)

INSTALLED_APPS = [
    "home",
    "campagne.demo",
    "campagne.measurement",
    "campagne.guided",
    "campagne.incidents",
    "campagne.activities",
    "campagne.report_guide",
    "campagne.action_plan",
    "campagne.content",
    "campagne.quiz",
    "campagne.media",
    "campagne.contacts",
    "campagne.language",
    "doelgroepen",
    "campagne.staff",
    "campagne.serving",
    *(f"wagtail.contrib.{name}" for name in ("redirects", "routable_page", "search_promotions", "settings")),
    *(f"wagtail.{name}" for name in ("sites", "users", "snippets", "documents", "images", "search", "admin")),
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    *(
        f"allauth{name}"
        for name in ("", ".account", ".mfa", ".socialaccount", ".socialaccount.providers.openid_connect")
    ),
    *(f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "messages", "postgres", "sitemaps")),
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "campagne.measurement.beacon.BeaconFirst",
    "campagne.serving.disturbances.slowness.SlowRequests",
    "campagne.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "campagne.serving.intake.origin.SameOriginForms",
    "campagne.serving.intake.rate.NotTooOften",
    "campagne.serving.intake.refusals.NoSilentRefusal",
    "campagne.staff.browser_sessions.StaffSessions",
    "django.middleware.common.CommonMiddleware",
    "campagne.serving.intake.origin.CsrfForStaff",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "campagne.staff.access.gate.SecondFactorGate",
    "campagne.staff.access.without_role.RoleGate",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "campagne.urls"
WSGI_APPLICATION = "campagne.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.site_furniture",
            ],
        },
    }
]

DATABASES = {"default": backing.database(DATABASE_URL)}
CACHES = {"default": backing.cache(CACHE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_TIMEOUT = 20  # Seconds, so that a mail server that is silent does not hold the clock.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"

AUTH_USER_MODEL = "staff.User"
ALLAUTH_SETTING_GETTER = "campagne.staff.access.allauth_settings.told"
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
PASSWORD_RULES = ("UserAttributeSimilarity", "CommonPassword", "NumericPassword")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    *({"NAME": f"django.contrib.auth.password_validation.{rule}Validator"} for rule in PASSWORD_RULES),
]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {"default": backing.uploads(UPLOADS_URL), "staticfiles": backing.static_files(debug=DEBUG)}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Bounded input: a form of a visitor is small; an editor's upload streams to disk and is limited by Wagtail.
PUBLIC_POST_MAX_BYTES = 16 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS
SESSION_COOKIE_NAME = f"{'__Secure-' if BEHIND_TLS else ''}sessionid"
CSRF_COOKIE_NAME = f"{'__Secure-' if BEHIND_TLS else ''}csrftoken"
CSRF_COOKIE_HTTPONLY = True
SESSION_ENGINE = "campagne.staff.browser_sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/beheer/"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REDIRECT_EXEMPT = [r"^-/"]  # Whoever asks about health may ask from inside, without TLS.
# Our own middleware frames pages and guards forms; the preload list is up to the owner of the domain.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003", "security.W021"]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "campagne.serving.intake.refusals.form_expired"

WAGTAIL_SITE_NAME = "Mijnstreek weerbaar"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("nl", "Nederlands")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "campagne.media.picture_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = dict.fromkeys(["jpeg", "png", "webp"], "webp")
WAGTAILDOCS_DOCUMENT_FORM_BASE = "campagne.media.document_form.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "csv", "xlsx", "docx"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}}
TAGGIT_CASE_INSENSITIVE = True

LOGGING = logs.logging_settings(debug=DEBUG)
