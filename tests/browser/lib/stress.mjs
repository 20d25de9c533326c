// Writes a site that has too much or too little of everything: `node lib/stress.mjs FOLDER`.
//
// Long words, titles of two hundred characters, no picture, no summary, one item, a thousand items.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const folder = process.argv[2];
const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const LONG_TITLE = `We ask the council of every town between the two rivers to mend, clean and heat the stairs, lifts, halls, yards and laundry rooms of all the houses it has let go since the winter of the great flood of 1998`;

function write(path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

write("site.yaml", `name: ${LONG_WORD} Neighbours of the Lower Quarter
lang: en
contact: a.very.long.address.of.a.very.small.group.of.people@neighbours-of-the-lower-quarter.example
colour: "#ffd83d"
theme:
  name: commons
  list_size: 400
menu: [campaigns, stories, principles, definitions, people, long-text, tags]
`);
write("content/index.md", `---\ntitle: ${LONG_TITLE}\n---\nOne line.\n`);
write("content/long-text.md", `---
title: ${LONG_WORD}
---
${"A line of a long text about nothing in particular. ".repeat(400)}

## ${LONG_WORD}

| ${Array.from({ length: 12 }, (_, index) => `A wide heading ${index}`).join(" | ")} |
|${"---|".repeat(12)}
| ${Array.from({ length: 12 }, () => LONG_WORD).join(" | ")} |

## Two

\`\`\`
${"a line of code that does not end ".repeat(12)}
\`\`\`

## Three

<https://neighbours.example/${"a-long-path/".repeat(20)}>
`);
write("content/campaigns/long.md", `---
title: ${LONG_TITLE}
status: active
ask: ${LONG_TITLE}
target: ${LONG_WORD}
place: ${LONG_WORD}
tags: [${LONG_WORD}]
actions:
${Array.from({ length: 9 }, (_, index) => `  - do: ${["sign", "write", "other"][index % 3]}\n    title: ${index} ${index % 2 ? LONG_TITLE : LONG_WORD}\n    email: a.very.long.address.of.a.very.small.group@neighbours-of-the-lower-quarter.example`).join("\n")}
asks:
  - text: ${LONG_WORD}
    status: part-won
stats:
  - value: 1,234,567,890,123
    label: ${LONG_WORD}
    source: ${LONG_WORD}
    as_of: 2026-01-01
progress:
  - label: ${LONG_WORD}
    count: 123456789
    of: 987654321
    as_of: 2026-01-01
---
${LONG_WORD}
`);
write("content/campaigns/bare.md", "---\ntitle: Heat\nstatus: listening\n---\n");
write("content/principles/_set.yaml", "title: Ours\n");
write("content/principles/only-one.md", `---\ntitle: ${LONG_TITLE}\n---\n`);
write("content/people/one.md", `---\ntitle: ${LONG_WORD}\nrole: ${LONG_WORD}\n---\n`);
for (let index = 0; index < 1000; index += 1) {
  write(`content/stories/story-${index}.md`, `---\ntitle: ${index % 7 === 0 ? LONG_TITLE : `Story ${index}`}\ndate: 2026-01-01\nconsent: given\n---\n${index % 3 ? "It was told." : ""}\n`);
  if (index < 300) write(`content/definitions/term-${index}.md`, `---\ntitle: ${"abcdefghijklmnopqrstuvwxyz"[index % 26]}word ${index}\ndefinition: A word with the number ${index}.\n---\n`);
}
