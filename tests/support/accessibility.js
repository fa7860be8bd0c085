// Reads a Word document with mammoth and looks at it with axe, the accessibility checker that
// browsers and public bodies use: node accessibility.js FILE.docx
// Neither knows anything of Consultee. Writes what is wrong as JSON: [{id, impact, help, where}].
const fs = require("fs");
const axe = require("axe-core");
const JSZip = require("jszip");
const mammoth = require("mammoth");
const { JSDOM } = require("jsdom");

// Rules for pages of a web site, which a document has no use for.
const NOT_FOR_DOCUMENTS = ["region", "bypass", "landmark-one-main"];
// It needs a layout, which there is none of here.
const NEEDS_A_SCREEN = ["color-contrast"];
// As Word's own checker has it, and off in axe unless asked for.
const ASKED_FOR = ["td-has-header", "p-as-heading"];
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DC = "http://purl.org/dc/elements/1.1/";

async function part(zip, name) {
  const found = zip.file(name);
  const text = found ? await found.async("string") : "<nothing/>";
  return new new JSDOM("").window.DOMParser().parseFromString(text, "text/xml");
}

async function page(file) {
  const data = fs.readFileSync(file);
  const zip = await JSZip.loadAsync(data);
  const title = (await part(zip, "docProps/core.xml")).getElementsByTagNameNS(DC, "title")[0];
  const defaults = (await part(zip, "word/styles.xml")).getElementsByTagNameNS(W, "docDefaults")[0];
  const language = defaults && defaults.getElementsByTagNameNS(W, "lang")[0];
  const read = await mammoth.convertToHtml(
    { buffer: data },
    { styleMap: ["p[style-name='Title'] => h1:fresh"] },
  );
  const dom = new JSDOM(`<!doctype html><html><head></head><body>${read.value}</body></html>`, {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  dom.window.document.title = title ? title.textContent : "";
  const said = language && language.getAttributeNS(W, "val");
  if (said) dom.window.document.documentElement.lang = said;
  return dom;
}

async function scan(file) {
  const dom = await page(file);
  dom.window.eval(axe.source);
  const rules = {};
  for (const id of [...NOT_FOR_DOCUMENTS, ...NEEDS_A_SCREEN]) rules[id] = { enabled: false };
  for (const id of ASKED_FOR) rules[id] = { enabled: true };
  const found = await dom.window.axe.run(dom.window.document, { rules });
  return found.violations.map((one) => ({
    id: one.id,
    impact: one.impact,
    help: one.help,
    where: one.nodes.map((node) => node.html.slice(0, 200)),
  }));
}

scan(process.argv[2]).then(
  (found) => process.stdout.write(JSON.stringify(found)),
  (error) => {
    process.stderr.write(String(error.stack));
    process.exit(1);
  },
);
