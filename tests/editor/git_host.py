"""A git host on this machine: the calls of GitHub that the editor makes, over a real repository.

Files, branches and commits are git's own; only pull requests and their labels are kept here. A call
that is not known is answered with an error and remembered, so that a test cannot pass by accident.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER, NAME, TOKEN = "proefclub", "brugwerk", "een-sleutel-van-de-proef"
BASE = f"/api/v3/repos/{OWNER}/{NAME}"
NOW = "2027-01-13T10:00:00Z"
ACCOUNT = {
    "login": "proeflid",
    "name": "Proeflid",
    "email": "proeflid@example.org",
    "id": 7,
    "html_url": "https://example.org/proeflid",
    "avatar_url": "https://avatars.example.org/7",
}


@dataclass
class PullRequest:
    """A proposal: a branch, and where it stands."""

    number: int
    title: str
    branch: str
    base: str
    draft: bool
    labels: list[str] = field(default_factory=list)
    state: str = "open"


@dataclass
class GitHost:
    """A bare repository and the proposals for it.

    Attributes:
        repository: The folder of the bare repository.
        pulls: The pull requests, in order.
        unknown: Calls that this host does not know.
        address: Where it answers.
    """

    repository: Path
    pulls: list[PullRequest] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    address: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def git(self, *words: str, data: bytes | None = None, index: Path | None = None) -> bytes:
        """Run git in the repository."""
        identity = ["-c", "user.name=Proeflid", "-c", "user.email=proeflid@example.org"]
        done = subprocess.run(
            ["git", *identity, *words],
            cwd=self.repository,
            input=data,
            capture_output=True,
            check=True,
            env={"PATH": "/usr/bin:/bin", **({"GIT_INDEX_FILE": str(index)} if index else {})},
        )
        return done.stdout

    def head(self, branch: str) -> str:
        """Return the last commit of a branch."""
        return self.git("rev-parse", f"refs/heads/{branch}").decode().strip()

    def branches(self) -> list[str]:
        """Return the names of all branches."""
        return self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").decode().split()

    def changed(self, branch: str) -> dict[str, str]:
        """Return the files in which a branch differs from main, with A, M or D."""
        listed = self.git("diff", "--name-status", f"main...{branch}").decode()
        return {path: how for how, path in (line.split("\t") for line in listed.splitlines())}

    def read(self, branch: str, path: str) -> bytes:
        """Return a file of a branch."""
        return self.git("show", f"{branch}:{path}")

    def tree(self, branch: str) -> list[dict[str, Any]]:
        """List every file of a branch, as the API does."""
        listed = self.git("ls-tree", "-r", "-l", "-z", f"refs/heads/{branch}").decode().split("\0")
        rows = (row.split(None, 4) for row in listed if row)
        return [
            {"type": kind, "sha": sha, "size": int(size), "path": path}
            for _, kind, sha, size, path in rows
        ]

    def commit(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Make the commit that ``createCommitOnBranch`` asks for."""
        branch, parent = wanted["branch"]["branchName"], wanted["expectedHeadOid"]
        assert parent == self.head(branch), "the branch has moved"
        index = self.repository / f"index-{threading.get_ident()}"
        self.git("read-tree", parent, index=index)
        made = {}
        for addition in wanted["fileChanges"]["additions"]:
            content = base64.b64decode(addition["contents"])
            sha = self.git("hash-object", "-w", "--stdin", data=content).decode().strip()
            entry = f"100644,{sha},{addition['path']}"
            self.git("update-index", "--add", "--cacheinfo", entry, index=index)
            made[addition["path"]] = sha
        for deletion in wanted["fileChanges"]["deletions"]:
            self.git("update-index", "--force-remove", deletion["path"], index=index)
        tree = self.git("write-tree", index=index).decode().strip()
        message = wanted["message"]["headline"]
        commit = self.git("commit-tree", tree, "-p", parent, "-m", message).decode().strip()
        self.git("update-ref", f"refs/heads/{branch}", commit, parent)
        index.unlink()
        files = {f"file_{i}": {"oid": sha} for i, sha in enumerate(made.values())}
        return {"createCommitOnBranch": {"commit": {"oid": commit, "committedDate": NOW, **files}}}


class _Answer(BaseHTTPRequestHandler):
    host: GitHost

    def log_message(self, *_: object) -> None:
        return

    def _send(self, status: int, content: Any) -> None:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
        binary = isinstance(content, bytes)
        kind = "application/octet-stream" if binary else "application/json"
        self.send_header("Content-Type", kind)
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def do_OPTIONS(self) -> None:
        self._send(204, b"")

    def _any(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        if self.headers.get("Authorization") != f"token {TOKEN}":
            self._send(401, {"message": "Bad credentials"})
            return
        with self.host.lock:
            path = self.path.partition("?")[0]
            if path == "/api/graphql":
                found: Any = graphql(self.host, body["query"], body["variables"])
                answer = None if found is None else {"data": found}
            else:
                answer = rest(self.host, self.command, path, body)
            if answer is None:
                self.host.unknown.append(f"{self.command} {self.path} {body}")
                self._send(501, {"message": "not known here"})
                return
        self._send(200, answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815


def rest(host: GitHost, method: str, path: str, body: dict[str, Any]) -> Any:
    """Answer a call of the REST API; nothing where it is not known."""
    below = path.removeprefix(BASE)
    match (method, below.strip("/").split("/")):
        case ("GET", _) if path == "/api/v3/user":
            return ACCOUNT
        case ("GET", ["collaborators", _]):
            return {}
        case ("GET", ["git", "trees", _]):
            return {"tree": host.tree("main")}
        case ("GET", ["git", "blobs", sha]):
            return host.git("cat-file", "blob", sha)
        case ("POST", ["pulls"]):
            made = PullRequest(
                len(host.pulls) + 1, body["title"], body["head"], body["base"], body["draft"]
            )
            host.pulls.append(made)
            return _pull(host, made)
        case ("POST", ["issues", number, "labels"]):
            host.pulls[int(number) - 1].labels += body["labels"]
            return []
        case ("GET", ["issues", number]):
            return {"labels": [{"name": name} for name in host.pulls[int(number) - 1].labels]}
        case ("PATCH", ["issues", number]):
            host.pulls[int(number) - 1].labels = body["labels"]
            return {}
        case ("GET", ["pulls", number, "files"]):
            changed = host.changed(host.pulls[int(number) - 1].branch)
            names = {"A": "added", "M": "modified", "D": "removed"}
            return [{"filename": f, "status": names[how]} for f, how in changed.items()]
        case _:
            return None


def _pull(host: GitHost, pull: PullRequest) -> dict[str, Any]:
    return {
        "number": pull.number,
        "node_id": f"PR_{pull.number}",
        "title": pull.title,
        "html_url": f"{host.address}/{OWNER}/{NAME}/pull/{pull.number}",
        "head": {"sha": host.head(pull.branch)},
        "created_at": NOW,
        "updated_at": NOW,
    }


def graphql(host: GitHost, query: str, variables: dict[str, Any]) -> Any:
    """Answer a call of the GraphQL API; nothing where it is not known."""
    if "createCommitOnBranch" in query:
        return host.commit(variables["input"])
    if "createRef" in query:
        name = variables["input"]["name"]
        host.git("update-ref", name, variables["input"]["oid"], "0" * 40)
        return {"createRef": {"ref": {"name": name}}}
    if "markPullRequestReadyForReview" in query or "convertPullRequestToDraft" in query:
        draft = "convertPullRequestToDraft" in query
        pull = host.pulls[int(variables["input"]["pullRequestId"].removeprefix("PR_")) - 1]
        pull.draft = draft
        name = "convertPullRequestToDraft" if draft else "markPullRequestReadyForReview"
        return {name: {"pullRequest": {"isDraft": draft}}}
    if "fork: repository" in query:
        target = {"target": {"oid": host.head(variables["branch"])}}
        return {"fork": {"id": "R_1"}, "base": {"ref": target}}
    if re.search(r"\w+_0: ", query):
        return {"repository": dict(_aliased(host, query))}
    if "pullRequests(" in query:
        return {"repository": {"pullRequests": {"nodes": [_node(host, p) for p in host.pulls]}}}
    if "history(first: 1)" in query:
        commit = {"oid": host.head(variables["branch"]), "message": "begin"}
        history = {"nodes": [commit]}
        return {"repository": {"ref": {"target": {"history": history}}}}
    if re.search(r"\.\.\. on Commit \{\s*oid\s*\}", query):
        return {"repository": {"ref": {"target": {"oid": host.head(variables["branch"])}}}}
    return None


def _aliased(host: GitHost, query: str) -> Iterator[tuple[str, Any]]:
    """Answer each of the many questions that one query holds."""
    for part in re.split(r"(?=\b\w+_\d+: )", query)[1:]:
        alias = part.partition(":")[0]
        if found := re.search(r'object\(oid: "(\w+)"\) \{ \.\.\. on Commit', part):
            yield (
                alias,
                {
                    "status": None,
                    "deployments": {"nodes": []},
                    "checkSuites": {"nodes": []},
                },
            )
        elif found := re.search(r'object\(oid: "(\w+)"\)', part):
            text = host.git("cat-file", "blob", found.group(1)).decode("utf-8", "replace")
            yield alias, {"text": text, "isTruncated": False}
        elif found := re.search(r'object\(expression: ("(?:[^"\\]|\\.)*")\)', part):
            sha = host.git("rev-parse", json.loads(found.group(1))).decode().strip()
            content = host.git("cat-file", "blob", sha)
            binary = b"\0" in content
            text = None if binary else content.decode("utf-8", "replace")
            size = {"oid": sha, "byteSize": len(content), "isBinary": binary}
            yield alias, {**size, "isTruncated": False, "text": text}
        else:
            author = {"name": "Proeflid", "email": ACCOUNT["email"], "avatarUrl": "", "user": None}
            commit = {"oid": host.head("main"), "author": author, "committedDate": NOW}
            yield alias, {"target": {"history": {"nodes": [commit]}}}


def _node(host: GitHost, pull: PullRequest) -> dict[str, Any]:
    names = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}
    changed = host.changed(pull.branch)
    files = [{"path": path, "changeType": names[how]} for path, how in changed.items()]
    return {
        "id": f"PR_{pull.number}",
        "number": pull.number,
        "title": pull.title,
        "url": f"{host.address}/{OWNER}/{NAME}/pull/{pull.number}",
        "isDraft": pull.draft,
        "isCrossRepository": False,
        "createdAt": NOW,
        "updatedAt": NOW,
        "headRefName": pull.branch,
        "headRefOid": host.head(pull.branch),
        "author": {
            "login": ACCOUNT["login"],
            "avatarUrl": "",
            "name": ACCOUNT["name"],
            "email": ACCOUNT["email"],
            "databaseId": ACCOUNT["id"],
        },
        "labels": {"nodes": [{"name": name} for name in pull.labels]},
        "files": {"nodes": files},
    }


@contextmanager
def git_host(source: Path, folder: Path, names: tuple[str, ...]) -> Iterator[GitHost]:
    """Serve a repository that holds the files of a folder.

    Args:
        source: The folder with the files of its first commit, on the branch main.
        folder: Where the bare repository is made.
        names: What of the folder goes in.
    """
    folder.mkdir()
    host = GitHost(folder)
    host.git("init", "-q", "--bare", "-b", "main", ".")
    index = folder / "first-index"
    host.git("--work-tree", str(source), "add", "-A", *names, index=index)
    tree = host.git("write-tree", index=index).decode().strip()
    commit = host.git("commit-tree", tree, "-m", "begin").decode().strip()
    host.git("update-ref", "refs/heads/main", commit)
    answer = type("Answer", (_Answer,), {"host": host})
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        host.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield host
        server.shutdown()
        thread.join()
