from django.apps import AppConfig


class ReportGuideConfig(AppConfig):
    name = "campagne.report_guide"
    label = "report_guide"
    verbose_name = "Meldwijzer"
