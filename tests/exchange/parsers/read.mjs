// What commonmark.js, Logseq's mldoc and markdownlint find in exported files.
// One JSON object a line comes in ({flavour, text}) and one goes out ({notes, faults}).
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Parser } from "commonmark";
import { lint } from "markdownlint/sync";
import mldoc from "mldoc";

const LOGSEQ = JSON.stringify({
  toc: false,
  parse_outline_only: false,
  heading_number: false,
  keep_line_break: true,
  format: "Markdown",
  heading_to_list: false,
  exporting_keep_properties: false,
  inline_type_with_pos: false,
  inline_skip_macro: false,
  export_md_indent_style: "dashes",
  export_md_remove_options: [],
  hiccup_in_block: true,
});
const rules = (name) =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8").replace(/^ *\/\/.*$/gm, ""));
const STYLES = {
  commonmark: rules("markdownlint.jsonc"),
  obsidian: rules("markdownlint.jsonc"),
  logseq: rules("markdownlint-logseq.jsonc"),
};

function* pageNotes(text) {
  const body = text.replace(/^---\n[^]*?\n---\n/, "");
  const root = new Parser().parse(body);
  for (let node = root.firstChild; node; node = node.next) {
    const marker = node.type === "html_block" && /^<!-- reader:note (\S+) -->$/.exec(node.literal);
    if (marker) yield [marker[1], quoted(node.next)];
  }
}

function quoted(node) {
  if (node?.type !== "block_quote") return null;
  const paragraphs = [];
  for (let each = node.firstChild; each; each = each.next)
    paragraphs.push(each.type === "paragraph" ? plain(each) : `(${each.type})`);
  return paragraphs.join("\n\n");
}

function plain(paragraph) {
  let text = "";
  for (let node = paragraph.firstChild; node; node = node.next)
    text += { text: node.literal, softbreak: "\n" }[node.type] ?? `(${node.type})`;
  return text;
}

function* outlineNotes(text) {
  const blocks = JSON.parse(mldoc.Mldoc.parseJson(text, LOGSEQ)).map(([block]) => block);
  for (const [at, [kind, held]] of blocks.entries()) {
    if (kind !== "Property_Drawer" || blocks[at - 1]?.[0] !== "Heading") continue;
    const id = held.find(([key]) => key === "id");
    const quote = blocks[at + 1];
    if (id) yield [id[1], quote?.[0] === "Quote" ? inline(quote[1]).trim() : null];
  }
}

function inline(nodes) {
  return nodes
    .map(([kind, held]) => {
      if (kind === "Paragraph") return inline(held);
      if (kind === "Plain" || kind === "Break_Line") return held ?? "\n";
      return `(${kind})`;
    })
    .join("");
}

function faults(text, flavour) {
  const found = lint({ strings: { file: text }, config: STYLES[flavour], handleRuleFailures: true });
  return found.file.map((each) => [each.ruleNames[0], each.lineNumber, each.errorDetail ?? ""]);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { flavour, text } = JSON.parse(line);
  const notes = flavour === "logseq" ? outlineNotes(text) : pageNotes(text);
  console.log(JSON.stringify({ notes: [...notes], faults: faults(text, flavour) }));
}
