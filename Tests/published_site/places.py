"""The places to publish to, as they are in the world: sshd, a bare repository, an S3 server."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SSHD = "/usr/sbin/sshd"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Until somebody listens."""
    for _ in range(200):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens at {port}")


@dataclass
class Host:
    """An sshd of its own, with keys of its own; nothing of the machine's is touched."""

    keys: Path
    port: int

    def settings(self, folder: Path, name: str = "web") -> str:
        """A target in `publish.yaml`."""
        user = os.environ.get("USER") or subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout
        return (f"targets:\n  - name: {name}\n    rsync: {user.strip()}@127.0.0.1:{folder}\n    port: {self.port}\n"
                f"    identity: {self.keys}/id\n    known_hosts: {self.keys}/known_hosts\n")

    def force(self, command: str | None) -> None:
        """Has each connection run a command, which finds what was asked for in SSH_ORIGINAL_COMMAND."""
        key = (self.keys / "id.pub").read_text()
        prefix = f'command="{command}" ' if command else ""
        (self.keys / "authorized_keys").write_text(prefix + key)


@contextmanager
def host(keys: Path) -> Iterator[Host]:
    """A host that is reached by ssh."""
    keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("host", "id"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys / name], check=True)
    port = free_port()
    (keys / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {keys}/host\nAuthorizedKeysFile {keys}/authorized_keys\n"
        f"PasswordAuthentication no\nUsePAM no\nStrictModes no\nPidFile {keys}/pid\n")
    public = " ".join((keys / "host.pub").read_text().split()[:2])
    (keys / "known_hosts").write_text(f"[127.0.0.1]:{port} {public}\n")
    (keys / "authorized_keys").write_text((keys / "id.pub").read_text())
    (keys / "authorized_keys").chmod(0o600)
    process = subprocess.Popen([SSHD, "-D", "-f", keys / "sshd_config", "-E", keys / "log"])
    try:
        wait_for(port)
        yield Host(keys, port)
    finally:
        process.terminate()
        process.wait()


@dataclass
class Storage:
    """An S3 server with one bucket."""

    url: str
    client: object
    environment: dict[str, str]

    def settings(self, bucket: str = "site") -> str:
        """A target in `publish.yaml`."""
        return f"targets:\n  - name: bucket\n    s3: {bucket}\n    endpoint: {self.url}\n    region: us-east-1\n"


@contextmanager
def storage() -> Iterator[Storage]:
    """A storage that speaks S3."""
    # Imported here, so that the other tests need not wait for it.
    import boto3
    from moto.server import ThreadedMotoServer
    keys = {"AWS_ACCESS_KEY_ID": "planted-key-id", "AWS_SECRET_ACCESS_KEY": "planted-secret-key"}
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    url = f"http://127.0.0.1:{port}"
    client = boto3.client("s3", endpoint_url=url, region_name="us-east-1", aws_access_key_id=keys["AWS_ACCESS_KEY_ID"],
                          aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"])
    client.create_bucket(Bucket="site")
    try:
        yield Storage(url, client, keys | {"AWS_CA_BUNDLE": ""})
    finally:
        server.stop()


def step_killer(folder: Path, name: str) -> Path:
    """A folder for PATH with a program that counts its calls, and kills who called it at the one that KILL_AT names:
    after the real program has run, or in its middle."""
    real = subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip()
    folder.mkdir(parents=True, exist_ok=True)
    slow = {"rsync": "--bwlimit=40", "rclone": "--bwlimit=40k"}.get(name, "")
    script = folder / name
    script.write_text(f"""#!/bin/sh
calls=$(($(cat '{folder}/calls' 2>/dev/null || echo 0) + 1))
echo $calls > '{folder}/calls'
[ "$calls" = "$KILL_AT" ] || exec {real} "$@"
case $KILL_WHEN in
after) {real} "$@"; kill -9 $PPID ;;
middle) {real} {slow} "$@" <&0 & sleep 0.25; kill -9 $! $PPID ;;
esac
""")
    script.chmod(0o755)
    return folder
