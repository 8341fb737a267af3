"""Everything that can go wrong, in one table: code, HTTP status, title, what the user can do, retryable.

::

    TakeawaysError
     +- BadInput              what was sent cannot be read as asked
     |   +- NotAUrl, BlockedUrl, BadRequest, BadLanguage, WrongMediaType
     |   +- TooLarge, EmptyFile, NotAPdf, NotReadable, PasswordProtected, DamagedFile, Scanned, NoText, ParseLimit
     |   +- FileNotFound
     +- Upstream              the paper's server did not give it
     |   +- PaperNotFound, SourceRefused, SourceUnreachable, SourceSlow, SourceBusy, SourceBroken
     +- Provider              the model's server did not answer well
     |   +- ProviderFailed, ProviderBroken, ProviderUnreachable, ProviderSlow, ProviderBusy, ProviderPaused
     |   +- KeyRefused, QuotaSpent, BudgetSpent, ModelUnknown, RequestRefused, AnswerRefused,
     |   |  ContextExceeded
     +- Access                Unauthorized, ForbiddenHost, ForbiddenOrigin, Busy
     +- Gone                  NotFound, MethodNotAllowed, JobUnknown, JobGone, SummaryUnknown, FigureUnknown, NoPicture,
     |                        UploadUnknown, Cancelled
     +- BadSettings           the service refuses to start

Third-party exceptions are translated into these where they arise, `raise … from err`, and nowhere else.
`title` and `action` are whole sentences for the person who reads them; `detail` is about this one case.
"""

from __future__ import annotations

from typing import ClassVar

from .model import Problem


class TakeawaysError(Exception):
    """Root of the tree. Raised itself only for a fault of ours (`internal`).

    Parameters
    ----------
    detail : str
        What happened, about this one case. Shown to the user: no keys, no prompts, no local paths.
    retry_after : float, optional
        Seconds after which trying again makes sense.
    """

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong in the service."
    action: ClassVar[str] = "Try again; if it happens again, report it with the address you asked for."
    retryable: ClassVar[bool] = False

    def __init_subclass__(
        cls, code: str = "", status: int = 0, title: str = "", action: str = "", retryable: bool = False
    ) -> None:
        if code:
            cls.code, cls.status, cls.title, cls.action, cls.retryable = code, status, title, action, retryable

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.retry_after = retry_after

    def problem(self) -> Problem:
        """This error as problem details (RFC 9457); the type is a URN, as there is no page to point to."""
        return Problem(
            type=f"urn:takeaways:problem:{self.code}",
            code=self.code,
            title=self.title,
            status=self.status,
            detail=self.detail,
            action=self.action,
            retryable=self.retryable,
            retry_after=self.retry_after,
        )


class BadInput(TakeawaysError):
    """What was sent cannot be read as asked."""


# fmt: off
class NotAUrl(BadInput, code="not_a_url", status=400,
    title="That is not an address this service can read.",
    action="Give an arXiv id or address, the address of a web page or PDF, or drop a PDF file."): ...
class BlockedUrl(BadInput, code="blocked_url", status=400,
    title="That address is not allowed.",
    action="Use a public http(s) address on its usual port; a private server must be in TAKEAWAYS_FETCH_ALLOW_HOSTS."): ...
class BadRequest(BadInput, code="bad_request", status=400,
    title="The request is not of the form this service takes.",
    action="Compare it with docs/api.md."): ...
class BadLanguage(BadInput, code="bad_language", status=400,
    title="That is not a language tag.",
    action="Use a BCP 47 tag, such as en, zh-CN or pt-BR."): ...
class WrongMediaType(BadInput, code="wrong_media_type", status=415,
    title="The body is not of the type this route takes.",
    action="Send JSON as application/json."): ...
class TooLarge(BadInput, code="too_large", status=413,
    title="The file is too large.",
    action="Give a smaller file, or raise TAKEAWAYS_FETCH_MAX_BYTES."): ...
class EmptyFile(BadInput, code="empty_file", status=422,
    title="The file is empty.",
    action="Check the file or the address: nothing came from it."): ...
class NotAPdf(BadInput, code="not_a_pdf", status=422,
    title="This is called a PDF, but it is a web page.",
    action="Open the address in a browser: it may ask to log in. Download the PDF there and drop it here."): ...
class NotReadable(BadInput, code="not_readable", status=422,
    title="This is neither a web page nor a PDF.",
    action="Give the address of the paper's page or of its PDF."): ...
class PasswordProtected(BadInput, code="password_protected", status=422,
    title="The PDF is locked with a password.",
    action="Save a copy without the password and drop that here."): ...
class DamagedFile(BadInput, code="damaged_file", status=422,
    title="The file is damaged and cannot be opened.",
    action="Download it again; if it opens in a PDF reader, print it to a new PDF and try that."): ...
class Scanned(BadInput, code="scanned", status=422,
    title="The PDF holds pictures of pages, no text.",
    action="Recognise its text first: `ocrmypdf --skip-text in.pdf out.pdf`, then drop the result here. "
    "For an arXiv paper try another version or its HTML."): ...
class NoText(BadInput, code="no_text", status=422,
    title="No readable text was found.",
    action="Try the paper's PDF, or its arXiv page."): ...
class ParseLimit(BadInput, code="parse_limit", status=422,
    title="The file needs more time or memory to read than is allowed.",
    action="Try another version of the paper, or raise TAKEAWAYS_EXTRACT_SECONDS or _MEMORY."): ...
class FileNotFound(BadInput, code="file_not_found", status=404,
    title="There is no such file.",
    action="Check the path."): ...
# fmt: on


class Upstream(TakeawaysError):
    """The paper's server did not give it."""


# fmt: off
class PaperNotFound(Upstream, code="paper_not_found", status=404,
    title="There is no such paper there.",
    action="Check the id or address, and its version."): ...
class SourceRefused(Upstream, code="source_refused", status=502,
    title="The paper's server refused to give it.",
    action="Open the address in a browser, download the PDF there and drop it here."): ...
class SourceUnreachable(Upstream, code="source_unreachable", status=502, retryable=True,
    title="The paper's server cannot be reached.",
    action="Check the address and the network, then retry."): ...
class SourceSlow(Upstream, code="source_slow", status=504, retryable=True,
    title="The paper's server took too long.",
    action="Retry in a while."): ...
class SourceBusy(Upstream, code="source_busy", status=503, retryable=True,
    title="The paper's server asks to wait.",
    action="Retry after the time given."): ...
class SourceBroken(Upstream, code="source_broken", status=502, retryable=True,
    title="The paper's server gave an answer that makes no sense.",
    action="Retry; if it stays so, download the PDF in a browser and drop it here."): ...
# fmt: on


class Provider(TakeawaysError):
    """The model's server did not answer well."""


# fmt: off
class ProviderFailed(Provider, code="provider_failed", status=502, retryable=True,
    title="The model's server did not give a usable answer.",
    action="Retry, or run `takeaways doctor` to check the model's address and key."): ...
class ProviderBroken(Provider, code="provider_broken", status=502, retryable=True,
    title="The model's answer broke off or makes no sense.",
    action="Retry; if it stays so, run `takeaways doctor --model`, or try another model."): ...
class ProviderUnreachable(Provider, code="provider_unreachable", status=502, retryable=True,
    title="The model's server cannot be reached.",
    action="Check that it runs and that OPENAI_BASE_URL is its address, then retry."): ...
class ProviderSlow(Provider, code="provider_slow", status=504, retryable=True,
    title="The model's server took too long.",
    action="Retry in a while, or raise TAKEAWAYS_MODEL_SECONDS."): ...
class ProviderBusy(Provider, code="provider_busy", status=503, retryable=True,
    title="The model's server asks to wait.",
    action="Retry after the time given."): ...
class ProviderPaused(Provider, code="provider_paused", status=503, retryable=True,
    title="The model's server failed several times and is left alone for a minute.",
    action="Retry after the time given, or run `takeaways doctor --model` to see what is wrong."): ...
class KeyRefused(Provider, code="key_refused", status=502,
    title="The model's server does not accept the key.",
    action="Check OPENAI_API_KEY, and that it belongs to the server at OPENAI_BASE_URL."): ...
class QuotaSpent(Provider, code="quota_spent", status=502,
    title="The account at the model's server has nothing left.",
    action="Add credit there or set another key in OPENAI_API_KEY, then retry."): ...
class BudgetSpent(Provider, code="budget_spent", status=503, retryable=True,
    title="Today's budget of tokens is spent.",
    action="It is renewed at midnight UTC; TAKEAWAYS_DAILY_TOKENS sets it."): ...
class ModelUnknown(Provider, code="model_unknown", status=502,
    title="The model's server has no such model or address.",
    action="Check TAKEAWAYS_MODEL and OPENAI_BASE_URL (it often ends in /v1); `takeaways doctor` helps."): ...
class RequestRefused(Provider, code="request_refused", status=502,
    title="The model's server does not take the request.",
    action="Run `takeaways doctor --model` to see what it takes, or try another model."): ...
class AnswerRefused(Provider, code="answer_refused", status=502,
    title="The model declined to answer.",
    action="Try another model: some servers filter what they take for harmful."): ...
class ContextExceeded(Provider, code="context_exceeded", status=502,
    title="The text is longer than the model can read at once.",
    action="Set TAKEAWAYS_MODEL_CONTEXT to the model's context, in tokens."):
    limit: int | None = None
    """The context in tokens, where the server says it."""
# fmt: on


class Access(TakeawaysError):
    """Who asks, or how, is not allowed."""


# fmt: off
class Unauthorized(Access, code="unauthorized", status=401,
    title="The token is missing or wrong.",
    action="Enter the token that the service was started with (TAKEAWAYS_TOKEN)."): ...
class ForbiddenHost(Access, code="forbidden_host", status=403,
    title="The service does not answer under that host name.",
    action="Use 127.0.0.1 or localhost, or add the name to TAKEAWAYS_HOSTS."): ...
class ForbiddenOrigin(Access, code="forbidden_origin", status=403,
    title="Web pages may not use this service.",
    action="Use the extension, or the service's own page."): ...
class Busy(Access, code="busy", status=503, retryable=True,
    title="The service is busy.",
    action="Retry in a few seconds."): ...
# fmt: on


class Gone(TakeawaysError):
    """What is asked for is not here."""


# fmt: off
class NotFound(Gone, code="not_found", status=404,
    title="There is nothing at this address.",
    action="Compare it with docs/api.md."): ...
class MethodNotAllowed(Gone, code="method_not_allowed", status=405,
    title="This address does not take that method.",
    action="Compare it with docs/api.md."): ...
class JobUnknown(Gone, code="job_unknown", status=404, retryable=True,
    title="There is no such job.",
    action="Ask for the summary again: it comes from the cache if it was finished."): ...
class JobGone(Gone, code="job_gone", status=410, retryable=True,
    title="The job is over and its log is gone.",
    action="Ask for the summary again: it comes from the cache if it was finished."): ...
class SummaryUnknown(Gone, code="summary_unknown", status=404,
    title="There is no such summary, or it has been dropped from the cache.",
    action="Ask for the paper's summary again."): ...
class FigureUnknown(Gone, code="figure_unknown", status=404,
    title="There is no such figure, or its paper is no longer in the cache.",
    action="Ask for the paper's summary again, with refresh."): ...
class NoPicture(Gone, code="no_picture", status=404,
    title="This figure has no picture here.",
    action="Open the paper at the figure's place."): ...
class UploadUnknown(Gone, code="upload_unknown", status=404,
    title="That upload is no longer here.",
    action="Drop the file again."): ...
class Cancelled(Gone, code="cancelled", status=409, retryable=True,
    title="The reading was stopped.",
    action="Ask again to start anew."): ...
# fmt: on


# fmt: off
class BadSettings(TakeawaysError, code="bad_settings", status=500,
    title="The settings do not fit together.",
    action="Correct the setting named, in the environment or in .env, then start again."): ...
# fmt: on


def table() -> dict[str, type[TakeawaysError]]:
    """Every error by its code, the root as `internal`: what the API documentation and the wire examples list."""

    def below(family: type[TakeawaysError]) -> list[type[TakeawaysError]]:
        return [family, *(leaf for branch in family.__subclasses__() for leaf in below(branch))]

    return {error.code: error for error in reversed(below(TakeawaysError))}
