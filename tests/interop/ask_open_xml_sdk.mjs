// Ask Microsoft's Open XML SDK about workbooks: node ask_open_xml_sdk.mjs MODULE FILE...
// Prints one JSON array of complaints for each file, in order; an empty one means that it is valid.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, ...paths] = process.argv.slice(2);
const sdk = await import(pathToFileURL(module));
await sdk.ready();
for (const path of paths) {
  let complaints;
  try {
    complaints = await sdk.default(await readFile(path), "xlsx", "Microsoft365");
  } catch (error) {
    complaints = [{ description: String(error), path: null, id: "Exception" }];
  }
  console.log(JSON.stringify(complaints));
}
process.exit(0);
