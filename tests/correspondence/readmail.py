# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the message on standard input as a mail program would; tells what it found as JSON."""
import email
import email.policy
import json
import sys

raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)
recipients = message["To"].addresses if message["To"] else ()
head = raw.split(b"\r\n\r\n", 1)[0]
json.dump(
    {
        "names": message.keys(),
        "subject": message["Subject"],
        "recipients": [[one.display_name, one.addr_spec] for one in recipients],
        "date": message["Date"].datetime.isoformat(),
        "id": message["Message-ID"],
        "unsent": message["X-Unsent"],
        "type": message.get_content_type(),
        "body": message.get_content(),
        "defects": [str(defect) for defect in message.defects]
        + [str(defect) for value in message.values() for defect in value.defects],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bareEnds": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        "ascii": all(byte < 128 for byte in raw),
        "head": head.decode("ascii", "replace"),
    },
    sys.stdout,
)
