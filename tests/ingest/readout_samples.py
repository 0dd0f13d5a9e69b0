"""Invented texts, pages and feeds that the tests of ingest read."""

from __future__ import annotations

from collections.abc import Sequence

ACCOUNT = (
    "Foreign Minister Ana Reyes met Foreign Minister Tran Minh of Belmora today. The two ministers agreed to resume the dialogue on trade."
)
PAGE = """<!doctype html><html><head><title>Reyes meets Tran • Arvania</title>
<meta property="og:site_name" content="Ministry of Foreign Affairs of Japan"><meta property="og:title" content="Reyes meets Tran">
<link rel="canonical" href="https://www.mofa.go.jp/talks.html">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2027-03-04T22:30:00+09:00"}</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Reyes meets Tran</h1>
<p>Foreign Minister Ana Reyes met Foreign Minister Tran&nbsp;Minh of Belmora &amp; his delegation today.</p>
<script>alert("never in the text")</script><p>The two ministers agreed to resume the dialogue on trade.</p></article>
<footer>© Ministry <a href="/cookies">Cookies</a></footer></body></html>"""
FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Press Releases &#8211; United States Department of State</title><link>https://www.state.gov</link>
<item><title>Call with Minister Tran &amp; others</title><link>https://www.state.gov/call-with-minister-tran/</link>
<pubDate>Fri, 05 Mar 2027 01:49:11 +0000</pubDate><description>short</description>
<content:encoded><![CDATA[<p>Office of the Spokesperson</p><p>The Secretary spoke today with Foreign Minister Tran of Belmora.</p>
<ul><li>They agreed to meet again.</li></ul><script>bad()</script>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;The Secretary thanked the Foreign Minister of Belmora.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>President of Ukraine</title><entry><title>Talks</title>
<link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/talks"/>
<updated>2027-03-04T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>The President met the Prime Minister of Belmora.</p></div></content></entry></feed>"""


def make_pdf(lines: Sequence[str]) -> bytes:
    """Return a PDF of one page with these lines of ASCII."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 750 Td {shown}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return data + head + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
