// The real program on a folder of its own: writes files, starts, ends and asks `handbill serve`.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The day on which previews take place. */
const TODAY = "2026-11-24";

/** The program: what run.sh built, or what `cargo build` leaves. */
export const HANDBILL =
  process.env.HANDBILL ?? fileURLToPath(new URL("../../../target/debug/handbill", import.meta.url));

/** A site's folder that is removed at the end, with these files: path to text. */
export class Folder {
  constructor(files = {}) {
    this.root = mkdtempSync(join(tmpdir(), "handbill-preview-"));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  at(path) {
    return join(this.root, path);
  }

  write(path, text) {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), text);
  }

  /** Writes as many editors do: a new file beside it, which then takes its name. */
  replace(path, text) {
    writeFileSync(this.at(`${path}~`), text);
    renameSync(this.at(`${path}~`), this.at(path));
  }

  rename(from, to) {
    renameSync(this.at(from), this.at(to));
  }

  remove(path) {
    rmSync(this.at(path), { recursive: true, force: true });
  }
}

/** Starts `handbill serve` on a folder, and waits until it answers. What it says gathers in `said()`. */
export async function serve(folder, args = [], port = 0, env = {}) {
  const child = spawn(HANDBILL, ["serve", folder, "--port", String(port), "--date", TODAY, ...args], {
    stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, VISUAL: "", EDITOR: "", ...env },
  });
  const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve(signal ?? code)));
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      said += `${line}\n`;
      const found = /https?:\/\/\S+/.exec(line);
      if (found) resolve(found[0]);
    });
    child.once("error", reject);
    ended.then((code) => reject(new Error(`handbill serve ended with ${code}: ${said}`)));
  });
  const url = new URL(address);
  const end = async (signal = "SIGKILL") => {
    child.kill(signal);
    return await ended;
  };
  return {
    address, origin: url.origin.replace("localhost", "127.0.0.1"), port: Number(url.port), ended, end,
    said: () => said,
  };
}
