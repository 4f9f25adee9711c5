# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the message on standard input as a mail program would; tells what it found as JSON."""
import base64
import email
import email.header
import email.policy
import json
import sys

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)
text = message.get_body() if message.is_multipart() else message
recipients = message["To"].addresses if message["To"] else ()
# Python's parser of addresses keeps the space between two encoded words, which RFC 2047 drops; its
# decoder of headers does not.
written = email.message_from_bytes(raw)["To"] or ""
name = str(email.header.make_header(email.header.decode_header(written.rpartition("<")[0].strip())))
json.dump(
    {
        "names": message.keys(),
        "subject": message["Subject"],
        "recipients": [[name, one.addr_spec] for one in recipients],
        "blind": [one.addr_spec for one in (message["Bcc"].addresses if message["Bcc"] else ())],
        "date": message["Date"].datetime.isoformat(),
        "id": message["Message-ID"],
        "unsent": message["X-Unsent"],
        "type": message.get_content_type(),
        # Lines end as the system's own do in what is shown.
        "body": text.get_content().replace("\r\n", "\n"),
        "files": [
            {
                "name": part.get_filename(),
                "type": part.get_content_type(),
                "disposition": part.get_content_disposition(),
                "content": base64.b64encode(part.get_payload(decode=True)).decode(),
            }
            for part in (message.iter_attachments() if message.is_multipart() else ())
        ],
        "defects": [
            str(defect)
            for part in message.walk()
            for defect in part.defects + [one for value in part.values() for one in value.defects]
        ],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bareEnds": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        "ascii": all(byte < 128 for byte in raw),
    },
    sys.stdout,
)
