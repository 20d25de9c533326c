// The theme in the colours of other groups.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WORK } from "./sites.mjs";

/** The stylesheet of a site in this colour, or in the theme's own for `null`. */
export function stylesIn(colour) {
  const folder = join(WORK, `palette-${(colour ?? "none").replace("#", "")}`);
  mkdirSync(join(folder, "content"), { recursive: true });
  const name = "name: Copper Street Neighbours\nlang: en\ncontact: hello@copper-street.example\n";
  writeFileSync(join(folder, "site.yaml"), name + (colour ? `colour: "${colour}"\n` : ""));
  writeFileSync(join(folder, "content/about.md"), "# About us\n\nWe are neighbours.\n");
  const output = join(folder, "public");
  execFileSync(process.env.HANDBILL, ["build", folder, "--output", output, "--date", "2026-11-24"], { stdio: "pipe" });
  return readFileSync(join(output, readdirSync(output).find((file) => /^style\..*\.css$/.test(file))));
}
