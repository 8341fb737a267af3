"""What a page says about itself to machines: metas and JSON-LD."""

from .paper import meta_keywords, meta_paper, pdf_addresses

__all__ = ["meta_keywords", "meta_paper", "pdf_addresses"]
