"""What rows of core, accounts' neighbours and the libraries do to kept answers.

A model that is not named here, nor by its own app, drops everything and fails a test.
"""

from __future__ import annotations

from django.apps import apps

from core.page_cache.effects import ALL, NOTHING, register_effect

# Accounts, rights, drafts, logs, queues and what is only seen in the CMS. A redirect is looked for
# when nothing was found: such an answer is never kept.
UNSEEN = """
    account.EmailAddress account.EmailConfirmation mfa.Authenticator
    auth.Group auth.Permission contenttypes.ContentType sessions.Session
    core.Drietal core.Inzage core.InzagePersoon core.Klokslag core.Poging core.Veegopdracht
    core.Werker core.Wislog core.Woord
    django_tasks_database.DBTaskResult
    taggit.Tag taggit.TaggedItem
    wagtail_localize.LocaleSynchronization wagtail_localize.OverridableSegment
    wagtail_localize.RelatedObjectSegment wagtail_localize.SegmentOverride wagtail_localize.String
    wagtail_localize.StringSegment wagtail_localize.StringTranslation wagtail_localize.Template
    wagtail_localize.TemplateSegment wagtail_localize.TranslatableObject
    wagtail_localize.Translation wagtail_localize.TranslationContext
    wagtail_localize.TranslationLog wagtail_localize.TranslationSource
    wagtailadmin.Admin wagtailadmin.EditingSession wagtailadmin.FormState
    wagtailcore.APIToken wagtailcore.Collection wagtailcore.Comment wagtailcore.CommentReply
    wagtailcore.GroupApprovalTask wagtailcore.GroupCollectionPermission
    wagtailcore.GroupPagePermission wagtailcore.GroupSitePermission wagtailcore.ModelLogEntry
    wagtailcore.PageLogEntry wagtailcore.PageSubscription wagtailcore.ReferenceIndex
    wagtailcore.Revision wagtailcore.Task wagtailcore.TaskState wagtailcore.UploadedFile
    wagtailcore.Workflow wagtailcore.WorkflowContentType wagtailcore.WorkflowPage
    wagtailcore.WorkflowState wagtailcore.WorkflowTask
    wagtaildocs.Document wagtailembeds.Embed wagtailimages.Image wagtailimages.Rendition
    wagtailredirects.Redirect
    wagtailsearch.IndexEntry wagtailsearch.SQLiteFTSIndexEntry
    wagtailusers.UserProfile
"""
# Seen on every page, or at addresses that nobody can name beforehand.
EVERYWHERE = """
    core.StadInstellingen
    wagtailcore.CollectionViewRestriction wagtailcore.Locale wagtailcore.Page
    wagtailcore.PageViewRestriction wagtailcore.Site
"""


def classify() -> None:
    """Called when all models are there. What is not installed (an index of SQLite) has no rows."""
    known = {model._meta.label: model for model in apps.get_models(include_swapped=True)}
    for labels, effect in ((UNSEEN, NOTHING), (EVERYWHERE, ALL)):
        for label in labels.split():
            if label in known:
                register_effect(known[label], effect)
