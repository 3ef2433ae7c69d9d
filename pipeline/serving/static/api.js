// The service's routes. A problem becomes an error whose message says what to do.

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error("The service does not answer; is it still running?");
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({ detail: response.statusText }));
  throw new Error([problem.detail, problem.remedy].filter(Boolean).join("; "));
}

function post(path, type, body) {
  return answer(fetch(path, { method: "POST", headers: { "Content-Type": type }, body }));
}

const postJson = (path, value) => post(path, "application/json", JSON.stringify(value));

/** A draft of an article as JSON: {text or html, id, published}. */
export const draftOf = (article) => postJson("v1/draft", article);

/** A draft of a file's bytes, whose encoding the service finds out. */
export const draftOfFile = (file, type, id) =>
  post(`v1/draft?id=${encodeURIComponent(id)}`, type, file);

/** The draft with the spans that it shall have. */
export const corrected = (draft, spans) => postJson("v1/gold", { draft, spans });

/** The record's JSON Schema, with the values that fields may have. */
export const schema = () => answer(fetch("v1/schema"));
