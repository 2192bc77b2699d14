export declare const root: string;
export declare const nodeBinary: string;
export declare function ensureSetUp(): Promise<void>;
export declare function nodeDistribution(): Promise<string>;
export declare function npmEnvironment(): Record<string, string | undefined>;
