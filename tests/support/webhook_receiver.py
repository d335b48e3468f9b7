"""A receiver of webhooks for one test: webhook_receiver.py FOLDER.

Prints its port. Each delivery becomes a JSON file in FOLDER. The path chooses the answer: /flaky is 503 twice and
then 200, /gone 410, /redirect 302 to /ok, /hang is taken and never answered, anything else 200.
"""
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FOLDER = sys.argv[1]
LOCK = threading.Lock()
COUNTS = {}
TOTAL = 0


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        global TOTAL
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with LOCK:
            TOTAL += 1
            number = TOTAL
            COUNTS[self.path] = COUNTS.get(self.path, 0) + 1
            count = COUNTS[self.path]
        name = os.path.join(FOLDER, f"{number:04}")
        with open(name + ".part", "w") as file:
            json.dump({"path": self.path, "headers": dict(self.headers), "body": body}, file)
        os.rename(name + ".part", name + ".json")
        if self.path == "/hang":
            threading.Event().wait()
        status = 200
        if self.path == "/flaky" and count <= 2:
            status = 503
        elif self.path == "/gone":
            status = 410
        elif self.path == "/redirect":
            status = 302
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/ok")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
server.daemon_threads = True
print("port", server.server_address[1], flush=True)
server.serve_forever()
