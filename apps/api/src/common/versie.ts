/** Version of the API (semver): in the document, and in the header of every answer. */
export const API_VERSIE = '1.0.0';
