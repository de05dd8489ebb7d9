from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quiz', '0009_whole_parts'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='optionversion',
            constraint=models.UniqueConstraint(fields=('version', 'order'), name='a_version_has_one_option_a_place'),
        ),
        migrations.AddConstraint(
            model_name='quizversionitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('block__in', ['measure_post', 'measure_pre', 'practice', 'vote']), ('version__isnull', False)), models.Q(models.Q(('block__in', ['measure_post', 'measure_pre', 'practice', 'vote']), _negated=True), ('version', None)), _connector='OR'), name='a_quiz_version_has_a_question_where_it_asks'),
        ),
        migrations.AddConstraint(
            model_name='response',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('block', 'vote'), _negated=True), ('is_right', None), _connector='OR'), name='a_vote_is_neither_right_nor_wrong'),
        ),
        migrations.AddConstraint(
            model_name='response',
            constraint=models.CheckConstraint(condition=models.Q(('block__in', ['measure_post', 'measure_pre', 'practice', 'vote'])), name='an_answer_is_to_a_part_that_asks'),
        ),
        migrations.AddConstraint(
            model_name='response',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('pattern__in', ('dont_know', 'skipped')), _negated=True), ('state', 'answered')), models.Q(('pattern', models.F('state')), ('state__in', ('dont_know', 'skipped'))), _connector='OR'), name='a_pattern_says_what_its_answer_says'),
        ),
    ]
