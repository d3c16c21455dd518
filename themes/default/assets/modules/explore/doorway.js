import { leadToDirectory } from "./elsewhere.js";

leadToDirectory();
